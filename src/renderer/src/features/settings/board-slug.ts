/** The board's name out of what a person pastes: a slug, or any of the addresses Greenhouse serves boards at
 *  (boards.greenhouse.io/<slug>, job-boards[.eu].greenhouse.io/<slug>/jobs/…, boards-api.greenhouse.io/v1/boards/<slug>/jobs,
 *  …/embed/job_board?for=<slug>). What is none of these comes back trimmed, for the contract to refuse. Pure. */
export function boardSlug(pasted: string): string {
  const text = pasted.trim()
  const url = URL.parse(text) ?? (/^[\w.-]+\.greenhouse\.io\//i.test(text) ? URL.parse(`https://${text}`) : null)
  if (!url || !/(?:^|\.)greenhouse\.io$/i.test(url.hostname)) return text
  const embedded = url.searchParams.get('for')
  if (embedded !== null) return embedded
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const slug = parts[0] === 'v1' && parts[1] === 'boards' ? parts[2] : parts[0]
  return slug ?? text
}
