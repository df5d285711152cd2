export const API_ORIGIN = import.meta.env.VITE_API_ORIGIN ?? 'http://localhost:3000'

/** Asks the host's own server. */
export async function callApi(path: string, body?: unknown): Promise<Response> {
  const response = await fetch(`${API_ORIGIN}${path}`, {
    credentials: 'include',
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
  return response
}
