import feed from '#resources/sample-feed.json' with { type: 'json' }
import { readAskedLanguages, readLanguage, readSkills } from '../../jobs/enrich/reading-words.service.ts'
import type { AskedPosting } from './asked-posting.ts'

/** A posting as the readers read it. */
export function postingOf({
  title,
  company,
  descriptionText,
}: Pick<AskedPosting, 'title' | 'company' | 'descriptionText'>): AskedPosting {
  const language = readLanguage(descriptionText)
  const skills = readSkills({ title, descriptionText, company, language })
  const asksLanguages = readAskedLanguages({ title, descriptionText })
  return {
    title,
    company,
    city: '',
    descriptionText,
    facts: { skills, asksLanguages, seniority: 'unknown', roleFamily: 'other', language },
  }
}

const EVERY = 9

/** Some postings of the sample feed, in German and English. */
export const SAMPLE_POSTINGS: readonly AskedPosting[] = feed.postings
  .filter((_, at) => at % EVERY === 0)
  .map(({ title, company, descriptionHtml }) => postingOf({ title, company, descriptionText: plain(descriptionHtml) }))

function plain(html: string): string {
  return html
    .replaceAll(/<\/(?:p|li|h\d|ul)>/g, '\n')
    .replaceAll(/<li>/g, '- ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}

export const DATA_POSTING = postingOf({
  title: 'Senior Data Engineer (m/f/d)',
  company: 'Lumen Logistics',
  descriptionText: [
    'What you will do',
    '- Build data pipelines for our warehouses',
    'Requirements',
    '- Python and Kafka in production',
    '- Experience with PostgreSQL and Kubernetes',
    "- Bachelor's degree in a technical field",
    '- Fluent English',
    'Nice to have',
    '- Redis, Terraform',
    '- German',
  ].join('\n'),
})
