export { AppModule, connect, migrate } from './app.module.js';
export { entities, resolvers } from './contexts.js';
export { createHttpApp } from './http.js';
export { migrations } from './migrations/index.js';
export { seedIfEmpty } from './seed/seed.js';
export { jobHandlers, startWorker } from './jobs.js';
