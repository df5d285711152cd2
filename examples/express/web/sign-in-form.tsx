export function SignInForm({ onSubmit }: { onSubmit: (organization: string) => Promise<void> }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit(String(new FormData(event.currentTarget).get('organization')))
      }}
    >
      <label>
        Organization <input name="organization" defaultValue="Harrow Lane Hotels" required />
      </label>{' '}
      <button type="submit">Sign in</button>
    </form>
  )
}
