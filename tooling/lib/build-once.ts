/** For Vitest: tests of what is published need it built. */
export { build as setup } from './build.ts'
