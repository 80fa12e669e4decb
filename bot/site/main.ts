import { launch } from '../cli/launch.ts';

// Writes the reading room.
await launch(() => import('./site-program.ts'));
