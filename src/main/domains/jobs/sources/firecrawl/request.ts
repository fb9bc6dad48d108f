/** What the model is asked to copy. Everything it answers is held against the page's own text afterwards. */
const SCHEMA = {
  type: 'object',
  properties: {
    jobs: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          title: { type: 'string', description: 'The title of the opening, exactly as the page shows it' },
          url: { type: 'string', description: 'The absolute address of the link to this opening' },
          location: { type: 'string', description: 'The places of the opening, exactly as the page shows them' },
          employment_type: {
            type: 'string',
            description: 'Full-time, part-time, internship and the like, as the page shows it',
          },
          workplace: {
            type: 'string',
            description: 'Remote, hybrid or on-site, as the page shows it for this opening',
          },
          salary: { type: 'string', description: 'The pay, exactly as the page shows it' },
          posted_date: { type: 'string', description: 'The date of publication, exactly as the page shows it' },
        },
        required: ['title'],
      },
    },
  },
  required: ['jobs'],
} as const

const PROMPT =
  'List every job opening that this page shows, each once. Copy all words exactly as they stand on the page. Leave out every field that the page does not show for an opening. Do not translate, complete or make up anything. If the page shows no openings, the list is empty.'

/** Time that Firecrawl may take for a page. */
const SCRAPE_TIMEOUT_MS = 60_000
/** A copy of the page as old as this is good enough for a careers page. */
const MAX_AGE_MS = 6 * 3_600_000

/** The body of `POST /v2/scrape` for a careers page: the model's list, and the page's own text and links to check it against. Pure. */
export function scrapeRequest(url: string): Readonly<Record<string, unknown>> {
  return {
    url,
    formats: ['markdown', 'links', { type: 'json', schema: SCHEMA, prompt: PROMPT }],
    onlyMainContent: true,
    timeout: SCRAPE_TIMEOUT_MS,
    maxAge: MAX_AGE_MS,
  }
}
