/** matrix-bot-sdk 0.8 lists `request-promise` and never loads it. See ../README.md. */
export {};
