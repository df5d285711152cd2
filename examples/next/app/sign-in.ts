'use server'

import { cookies } from 'next/headers'
import { nectar } from '../nectar.ts'
import { COOKIE, sealSession } from '../session.ts'

/** Lets anybody in: put your own sign-in here. An organization gets its company at Nectar the first time. */
export async function signIn(form: FormData) {
  const organization = String(form.get('organization'))
  const company = await nectar.ensureCompany({ externalId: organization, name: organization })
  const jar = await cookies()
  jar.set(COOKIE, sealSession({ companyId: company.id, userId: 'user-1' }), {
    httpOnly: true,
    sameSite: 'lax',
    secure: process.env.NODE_ENV === 'production',
  })
}
