/**
 * What was entered in place of `$name`. What was left empty, and what holds nothing else, is left out.
 *
 * @param template of the body of a call
 * @param values by the names of their fields
 */
export function fill(template: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof template === 'string') return template.startsWith('$') ? values[template.slice(1)] : template
  if (Array.isArray(template)) {
    const items = template.map((item) => fill(item, values)).filter((item) => item !== undefined)
    return items.length > 0 ? items : undefined
  }
  const entries = Object.entries(template as object)
    .map(([name, part]) => [name, fill(part, values)] as const)
    .filter(([, value]) => value !== undefined)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
