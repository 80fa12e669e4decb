import { launch } from './cli/launch.ts';

// The bot on Tchap, or a conversation in the terminal.
await launch(() => import('./programs/tchap.ts'));
