import { launch } from '../cli/launch.ts';

// Says which cards are to be reviewed.
await launch(() => import('./review-program.ts'));
