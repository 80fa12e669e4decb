import { launch } from './cli/launch.ts';

// Asks the running bot how it is.
await launch(() => import('./programs/healthcheck.ts'));
