import type { CompanySlug } from '../../wire/host-api.ts'

export function Monogram({ slug, text }: { slug: CompanySlug; text: string }) {
  return (
    <span className="monogram" data-company={slug} aria-hidden="true">
      {text}
    </span>
  )
}
