export { pages } from './router.js';
