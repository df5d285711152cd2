'use server'

import { cookies } from 'next/headers'
import { nectar } from '../nectar.ts'
import { COOKIE, sealSession } from '../session.ts'

/** Lets anybody in: put your own sign-in here. An organisation gets its company at Nectar the first time. */
export async function signIn(form: FormData) {
  const organisation = String(form.get('organisation'))
  const company = await nectar.ensureCompany({ externalId: organisation, name: organisation })
  const jar = await cookies()
  jar.set(COOKIE, sealSession({ companyId: company.id, userId: 'user-1' }), {
    httpOnly: true,
    sameSite: 'lax',
    secure: process.env.NODE_ENV === 'production',
  })
}
