import type { ReactNode } from 'react'

export const metadata = { title: 'Utilities' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ fontFamily: 'system-ui', margin: '2rem auto', maxWidth: '44rem', padding: '0 1rem' }}>
        {children}
      </body>
    </html>
  )
}
