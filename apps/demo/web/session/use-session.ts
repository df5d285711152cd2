import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CompanySlug, Role, SessionAnswer, SessionView } from '../../wire/host-api.ts'
import { request } from './request.ts'

const SESSION_KEY = ['plumbline', 'session'] as const

/** Who is signed in. Asked again when the page is looked at again: another tab may have switched. */
export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: () => request<SessionAnswer>('/session'),
    refetchOnWindowFocus: 'always',
  })
}

interface Wanted {
  company: CompanySlug
  role: Role
}

function signIn(wanted: Wanted): Promise<SessionAnswer> {
  return request<SessionAnswer>('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  })
}

/**
 * The same person once more, after their session ran out; everything on screen stays. A product with passwords would
 * ask for one in a window of its own.
 */
export async function signInAgain({ company, role }: SessionView): Promise<void> {
  await signIn({ company: company.slug, role })
}

/** Signs in, or switches to another company. */
export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: signIn,
    onSuccess: (answer) => adopt(queries, answer),
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => request<SessionAnswer>('/session', { method: 'DELETE' }),
    onSuccess: (answer) => adopt(queries, answer),
  })
}

/** What was kept for whoever was signed in before goes. */
async function adopt(queries: QueryClient, answer: SessionAnswer): Promise<void> {
  await queries.cancelQueries({ queryKey: SESSION_KEY })
  queries.setQueryData(SESSION_KEY, answer)
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== SESSION_KEY[1] })
}
