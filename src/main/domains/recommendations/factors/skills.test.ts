import { describe } from 'vitest'
import { skillsAsked } from '../match-job.fixture.ts'
import { holds, type Said } from './factor-cases.fixture.ts'
import { skillsFactor } from './skills.ts'

const able = (...names: string[]): Said => ({ skills: names.map((name) => ({ name, years: null, level: null })) })
const ableFor = (name: string, years: number): Said => ({ skills: [{ name, years, level: null }] })

describe('skills', () => {
  holds(skillsFactor, [
    {
      name: 'all of them',
      said: able('Python', 'SQL', 'Spark'),
      facts: { skills: skillsAsked('Python!', 'SQL!', 'Spark!') },
      value: 1,
      evidence: '3 of 3 skills: Python, SQL, Spark.',
    },
    {
      name: 'a required one is missing',
      said: able('Python', 'SQL'),
      facts: { skills: skillsAsked('Python!', 'SQL!', 'Kubernetes!', 'Rust?') },
      value: 2 / 3.35,
      evidence: '2 of 4 skills: Python, SQL; missing Kubernetes (required), Rust.',
    },
    {
      name: 'another name of the skill table is the same skill',
      said: able('postgres', 'k8s', 'golang'),
      facts: { skills: skillsAsked('PostgreSQL!', 'Kubernetes!', 'Go!') },
      value: 1,
      evidence: '3 of 3 skills: PostgreSQL, Kubernetes, Go.',
    },
    {
      name: 'a related skill counts in part',
      said: able('TensorFlow', 'AWS', 'SQL'),
      facts: { skills: skillsAsked('PyTorch!', 'GCP!', 'SQL!') },
      value: (0.6 + 0.5 + 1) / 3,
      evidence: '1 of 3 skills: SQL; near PyTorch (by TensorFlow), GCP (by AWS).',
    },
    {
      name: 'a skill includes those it is built on',
      said: able('Django', 'PostgreSQL', 'Next.js'),
      facts: { skills: skillsAsked('Python!', 'SQL!', 'React!') },
      value: 1,
      evidence: '3 of 3 skills: Python, SQL, React.',
    },
    {
      name: 'fewer years than asked',
      said: { skills: [...(ableFor('Python', 2).skills ?? []), ...(able('SQL', 'Spark').skills ?? [])] },
      facts: { skills: skillsAsked('Python 4!', 'SQL!', 'Spark!') },
      value: (0.7 + 2) / 3,
      evidence: '3 of 3 skills: Python, SQL, Spark; fewer years than asked of Python.',
    },
    {
      name: 'one skill says little',
      said: able('Python'),
      facts: { skills: skillsAsked('Python') },
      value: 0.7 / 3 + (1 - 0.7 / 3) * 0.5,
      evidence: '1 of 1 skill: Python.',
    },
    {
      name: 'none of them',
      said: able('COBOL'),
      facts: { skills: skillsAsked('Python!', 'SQL!', 'Spark!') },
      value: 0,
      evidence: '0 of 3 skills; missing Python (required), SQL (required), Spark (required).',
    },
    {
      name: 'the posting names none',
      said: able('Python'),
      facts: {},
      value: 0.5,
      isKnown: false,
      evidence: 'The posting names no skills that can be compared.',
    },
    {
      name: 'the profile names none',
      said: {},
      facts: { skills: skillsAsked('Python') },
      value: 0.5,
      isKnown: false,
      evidence: 'Your profile names no skills.',
    },
    {
      name: 'the same skills in the wanted work',
      said: { ...able('Python', 'SQL', 'Spark'), roleFamilies: ['data_engineer'] },
      facts: { roleFamily: 'data_engineer', skills: skillsAsked('Python!', 'SQL!', 'Spark!') },
      value: 1,
      evidence: '3 of 3 skills: Python, SQL, Spark. It is the work you look for: data engineering.',
    },
    {
      name: 'the same skills in other work',
      said: { ...able('Python', 'SQL', 'Spark'), roleFamilies: ['data_engineer'] },
      facts: { roleFamily: 'product_manager', skills: skillsAsked('Python!', 'SQL!', 'Spark!') },
      value: 0.65 * 0.5,
      evidence: '3 of 3 skills: Python, SQL, Spark. It is other work: product management.',
    },
  ])
})
