export { type RunningSandbox, type StartOptions, startSandbox } from './node/start-sandbox.ts'
