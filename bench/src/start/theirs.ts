/** What a host would import to build such a server by hand. */
export { Hono } from 'hono'
export { Webhook } from 'standardwebhooks'
export * as z from 'zod'
