export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { nectar } = await import('./nectar.ts')
  // Next.js ends by itself once every answer has ended: this ends the streams.
  process.once('SIGTERM', () => nectar.close())
}
