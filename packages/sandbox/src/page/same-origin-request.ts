/** A page may not set `Sec-Fetch-Site`: the browser does, on the way out. Here nothing goes out. */
export function sameOriginRequest(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('sec-fetch-site', 'same-origin')
  return Object.defineProperty(request, 'headers', { value: headers })
}
