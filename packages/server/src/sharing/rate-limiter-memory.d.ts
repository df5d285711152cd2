/** Only the part that needs nothing of Node: the package's main entry loads its stores, too. */
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  export { RateLimiterMemory as default } from 'rate-limiter-flexible'
}
