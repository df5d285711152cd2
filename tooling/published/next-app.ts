import path from 'node:path'
import { ROOT } from '../lib/root.mjs'

/** What an app on Next.js is before anything of ours comes to it. */
export const NEXT_APP = {
  packages: ['next', 'react', 'react-dom', 'typescript', '@types/node', '@types/react'],
  files: {
    'app/layout.tsx': `import type { ReactNode } from 'react'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
`,
  },
  start: 'npx next dev',
}

/** Where such an app has to be: its bundler follows no link that leaves the folder of the nearest lockfile. */
export const NEXT_HOME = path.join(ROOT, '.tmp')
