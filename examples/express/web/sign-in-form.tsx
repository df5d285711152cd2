export function SignInForm({ onSubmit }: { onSubmit: (organisation: string) => Promise<void> }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onSubmit(String(new FormData(event.currentTarget).get('organisation')))
      }}
    >
      <label>
        Organisation <input name="organisation" defaultValue="Harrow Lane Hotels" required />
      </label>{' '}
      <button type="submit">Sign in</button>
    </form>
  )
}
