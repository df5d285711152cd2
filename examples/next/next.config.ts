import type { NextConfig } from 'next'

/** As `create-next-app` writes it; without it, nothing here changes. */
export default { cacheComponents: true } satisfies NextConfig
