/** Stands for your own sign-in: these hosts believe two cookies. */
export async function getSession(request: Request): Promise<{ companyId: string; userId: string } | null> {
  const { company: companyId, user: userId } = readCookies(request.headers.get('cookie'))
  return companyId && userId ? { companyId, userId } : null
}

export function readCookies(header: string | null = ''): Partial<Record<string, string>> {
  const pairs = (header ?? '').split(/[;,]\s*/).map((pair) => pair.split('='))
  return Object.fromEntries(pairs)
}
