import { launch } from './cli/launch.ts';

// The digests of a day, shown and not sent.
await launch(() => import('./programs/digest-preview.ts'));
