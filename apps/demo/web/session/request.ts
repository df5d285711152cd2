/** Asks Plumbline's own server. Throws an `Error` whose message can be shown. */
export async function request<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init).catch(() => null)
  if (!response) throw new Error('Plumbline cannot be reached. Check your connection and try again.')
  if (!response.ok) throw new Error(await messageOf(response))
  return (await response.json()) as Answer
}

async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  const told = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  return typeof told === 'string' ? told : 'Plumbline could not answer. Try again.'
}
