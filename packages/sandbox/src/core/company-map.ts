/** Records by id, in order of creation, that also knows which of them are a company's: a list stays as fast as it is short. */
export class CompanyMap<T extends { companyId: string }> extends Map<string, T> {
  readonly #byCompany = new Map<string, Map<string, T>>()

  override set(id: string, record: T): this {
    const earlier = this.get(id)
    if (earlier && earlier.companyId !== record.companyId) this.#forget(id, earlier)
    const ofCompany = this.#byCompany.get(record.companyId) ?? new Map<string, T>()
    this.#byCompany.set(record.companyId, ofCompany.set(id, record))
    return super.set(id, record)
  }

  override delete(id: string): boolean {
    const earlier = this.get(id)
    if (earlier) this.#forget(id, earlier)
    return super.delete(id)
  }

  override clear(): void {
    this.#byCompany.clear()
    super.clear()
  }

  /** Those of a company, in order of creation. */
  of(companyId: string): T[] {
    return [...(this.#byCompany.get(companyId)?.values() ?? [])]
  }

  #forget(id: string, record: T): void {
    this.#byCompany.get(record.companyId)?.delete(id)
  }
}
