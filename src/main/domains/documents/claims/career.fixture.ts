import * as fc from 'fast-check'
import { type Career, careerSchema } from '#shared/career.ts'
import { type Profile, profileSchema } from '#shared/profile.ts'

const COMPANIES = [
  'Nordlicht Systems',
  'Kaufmann & Söhne GmbH',
  'Ørsted-Lab',
  'Blåvand ApS',
  'Fabrika 7',
  'Hopfenhaus AG',
]
const TITLES = [
  'Senior Data Engineer',
  'Softwareentwicklerin',
  'Working Student',
  'Head of Support',
  'Krankenpfleger',
  'Junior Analyst',
  'Owner',
  '',
]
const SKILLS = ['Python', 'PostgreSQL', 'Kubernetes', 'React', 'SAP', 'Excel', 'Stickerei']
const SENTENCES = [
  'Reduced costs by 35% and saved €1.2m a year with Terraform.',
  'Leitete ein Team von zwölf Personen in München und Graz.',
  'Built **three** services in Go; see [the code](https://example.org/x2).',
  'Won the Dallmayr Prize 2019 for a talk at PyData Paris.',
  'Schulte über 1.500 Beschäftigte, fließend auf Französisch (C1).',
  'PMP certified since May 2020, MBA from HEC Paris.',
  'Answered 40 calls a day.',
  'Doubled sales within 6 months as Interim Manager.',
]
const SCHOOLS = ['TU Graz', 'University of Tartu', 'Hochschule für Technik Stuttgart', 'ETH Zürich']
const date = fc.constantFrom('2012', '2015-04', '2018-10', '2021-01')
const id = (kind: string) => (index: number) => `${kind}${String(index).padStart(5, '0')}`

/** Careers as people have them, with sentences that hold every kind of claim. */
export const careers: fc.Arbitrary<{ career: Career; profile: Profile }> = fc
  .record({
    posts: fc.array(
      fc.record({
        company: fc.constantFrom(...COMPANIES),
        title: fc.constantFrom(...TITLES),
        start: fc.option(date),
        isOn: fc.boolean(),
        skills: fc.subarray(SKILLS),
        texts: fc.subarray(SENTENCES),
        summary: fc.constantFrom('', 'Verantwortlich für 4 Werke.'),
      }),
      { maxLength: 4 },
    ),
    schools: fc.array(
      fc.record({
        institution: fc.constantFrom(...SCHOOLS),
        degree: fc.constantFrom('MSc', 'Diplom-Ingenieur (FH)', 'Bachelor'),
        field: fc.constantFrom('Physics', 'Informatik', ''),
        start: date,
        grade: fc.constantFrom('', '1,3', 'distinction'),
      }),
      { maxLength: 2 },
    ),
    extras: fc.subarray([
      { kind: 'certificate' as const, name: 'Certified Kubernetes Administrator (CKA)', by: 'CNCF', date: '2023-05' },
      { kind: 'publication' as const, name: 'On 42 small things', by: 'ACM', date: '2020' },
      { kind: 'interest' as const, name: 'Alpinism since 2003', by: '', date: null },
    ]),
    summary: fc.constantFrom(
      '',
      'Engineer with 9 years of experience. Likes Rust and the Baltic Sea.',
      'Führungskraft mit Erfahrung bei Siemens.',
    ),
    languages: fc.subarray([
      { code: 'de', level: 'native' as const },
      { code: 'fr', level: 'B2' as const },
      { code: 'en', level: null },
    ]),
    skills: fc.subarray(SKILLS),
  })
  .map(({ posts, schools, extras, summary, languages, skills }) => ({
    career: careerSchema.parse({
      person: {
        name: 'Zoë Brandão',
        headline: 'Engineer',
        email: 'zoe@example.org',
        phone: '+49 30 1234',
        city: 'Graz',
        countryCode: 'AT',
        links: [{ label: 'Site', url: 'https://example.org/zoe9' }],
      },
      summary,
      experiences: posts.map(({ texts, isOn, ...post }, index) => ({
        ...post,
        id: id('post')(index),
        end: isOn || post.start === null ? null : '2023-06',
        bullets: texts.map((text, at) => ({ id: id(`bul${index}x`)(at), text })),
      })),
      education: schools.map((school, index) => ({ ...school, id: id('school')(index), end: '2022' })),
      extras: extras.map((extra, index) => ({ ...extra, id: id('extra')(index) })),
    }),
    profile: profileSchema.parse({ languages, skills: skills.map((name) => ({ name })) }),
  }))
