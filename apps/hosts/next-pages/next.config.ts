import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

const workspace = fileURLToPath(new URL('../../..', import.meta.url))

const config: NextConfig = {
  outputFileTracingRoot: workspace,
  turbopack: { root: workspace },
  // The workspace checks them all at once.
  typescript: { ignoreBuildErrors: true },
}

export default config
