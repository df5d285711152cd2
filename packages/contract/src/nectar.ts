/** What Nectar says, read tolerantly: for the server, the command line and the sandbox. */
export * from './lib/utility-types.ts'
export * from './nectar/connection.ts'
export * from './nectar/invitation.ts'
export * from './nectar/primitives.ts'
export * from './nectar/webhook.ts'
