import { expect, type Locator, type Page } from '@playwright/test'
import { careerSchema } from '#shared/career.ts'
import { coreOf } from './applications.ts'

/** A career as somebody has it: two posts, a degree, a project, skills. */
const ADA = careerSchema.parse({
  person: {
    name: 'Ada Größmann',
    headline: 'Machine learning engineer',
    email: 'ada@example.com',
    phone: '+49 30 123456',
    city: 'Berlin',
    countryCode: 'DE',
    links: [{ label: 'GitHub', url: 'https://github.com/example' }],
  },
  summary: 'Machine learning engineer with a taste for measured work.',
  experiences: [
    {
      id: 'northwind1',
      company: 'Northwind Labs',
      title: 'Machine Learning Engineer',
      place: 'Berlin',
      start: '2021-04',
      bullets: [
        { id: 'bulletnw01', text: 'Built a ranking service in Python that serves 40 million requests a day.' },
        { id: 'bulletnw02', text: 'Cut training time by 35 % with distributed PyTorch.' },
        { id: 'bulletnw03', text: 'Mentored three engineers.' },
      ],
      skills: ['Python', 'PyTorch', 'Kubernetes'],
    },
    {
      id: 'havelwerk1',
      company: 'Havelwerk GmbH',
      title: 'Data Scientist',
      place: 'Potsdam',
      start: '2018-01',
      end: '2021-03',
      bullets: [{ id: 'bullethw01', text: 'Forecast demand for 12 plants with gradient boosting.' }],
      skills: ['SQL', 'Python'],
    },
  ],
  education: [
    {
      id: 'tuberlin01',
      institution: 'TU Berlin',
      degree: 'MSc',
      field: 'Computer Science',
      start: '2015',
      end: '2017',
    },
  ],
  projects: [
    {
      id: 'project001',
      name: 'Open tide tables',
      role: 'Maintainer',
      bullets: [{ id: 'bulletpr01', text: 'Publishes tide forecasts for 200 harbours.' }],
      skills: ['Rust'],
    },
  ],
})

/** Gives the profile a career, with skills in the matching profile. */
export async function seedCareer(page: Page): Promise<void> {
  const core = await coreOf(page)
  const { version } = await core.career.get()
  await core.career.save({ career: ADA, version })
  await core.profile.update({
    skills: ['Python', 'PyTorch', 'SQL'].map((name) => ({ name, level: null, years: null })),
  })
}

/** A document as the screen makes it; answers with its id. */
export async function seedDocument(
  page: Page,
  wish: { kind?: 'resume' | 'letter'; name?: string } = {},
): Promise<number> {
  const core = await coreOf(page)
  const { kind = 'resume', name = 'My résumé' } = wish
  const { id } = await core.documents.create({ kind, name, start: { from: 'career' } })
  return id
}

export function content(page: Page): Locator {
  return page.getByRole('region', { name: 'Content', exact: true })
}

/** The text of the pages as they are drawn from the exported PDF. */
export async function expectPages(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('region', { name: 'Page 1 of', exact: false })).toContainText(words, { timeout: 30_000 })
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'State of the document' })).toHaveText('Saved')
}
