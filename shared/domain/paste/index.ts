export { clean } from './clean.ts';
export * from './types.ts';
