/** Stands for your own sign-in: these hosts believe two cookies. */
export async function getSession(request: Request): Promise<{ companyId: string; userId: string } | null> {
  const pairs = (request.headers.get('cookie') ?? '').split(/[;,]\s*/).map((pair) => pair.split('='))
  const { company: companyId, user: userId } = Object.fromEntries(pairs) as Record<string, string>
  return companyId && userId ? { companyId, userId } : null
}
