import { launch } from './cli/launch.ts';

// Questions without a conversation.
await launch(() => import('./programs/ask.ts'));
