import { expect, it } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { profileSchema } from '#shared/profile.ts'
import { findClaims } from '../../find-claims.ts'
import { NOW, sentenceOf } from '../../labelled.fixture.ts'

const POINTS = {
  telemetry: 'Analysed telemetry of 18,000 players in Python.',
  language: 'Library in Rust that runs small language models.',
  network00: 'Quantized the segmentation network to INT8 with TensorRT.',
  disease00: 'Built a crop disease model on satellite images with PyTorch.',
  outbreak0: 'Early warning of outbreaks in R and Stan.',
  page0000: 'Moved the page to React and TypeScript.',
  training0: 'Schulungen zu Power BI für 25 Fachanwender gehalten.',
  quality00: 'Datenqualität mit Great Expectations geprüft.',
}

function skills(text: string, cited: string): string[] {
  const career = careerSchema.parse({
    person: { name: 'Ida Holm', headline: '', email: '', phone: '', city: '', countryCode: null, links: [] },
    experiences: [
      {
        id: 'postpost',
        company: 'Lindner',
        title: 'Engineer',
        start: '2020-01',
        end: null,
        bullets: Object.entries(POINTS).map(([id, said]) => ({ id, text: said })),
      },
    ],
  })
  return findClaims(sentenceOf(career, { text, cites: [cited] }), {
    career,
    profile: profileSchema.parse({}),
    now: NOW,
  }).flatMap(({ kind, words }) => (kind === 'skill' ? [words] : []))
}

it.each([
  ['Datenanalyse in Python.', 'telemetry'],
  ['Data analysis in Python.', 'telemetry'],
  ['Rust library for LLMs.', 'language'],
  ['INT8 quantization with TensorRT.', 'network00'],
  ['Quantisierung auf INT8 mit TensorRT.', 'network00'],
  ['Image segmentation with TensorRT.', 'network00'],
  ['Computer vision with PyTorch.', 'disease00'],
  ['Bayesian modelling in R and Stan.', 'outbreak0'],
  ['Bayessche Modelle in R und Stan.', 'outbreak0'],
])('is said in other words: %s', (text, cited) => {
  expect(skills(text, cited)).toEqual([])
})

it.each([
  ['Moved the page to react native.', 'page0000', 'react native'],
  ['Power BI training in self-service reporting.', 'training0', 'self-service reporting'],
  ['Schulungen zu Self-Service-BI mit Power BI.', 'training0', 'Self-Service-BI'],
  ['Data governance with Great Expectations.', 'quality00', 'Data governance'],
  ['Crop disease model with federated learning.', 'disease00', 'federated learning'],
  ['Quantisierung des Modells mit PyTorch.', 'disease00', 'Quantisierung'],
  ['Computer vision in Python.', 'telemetry', 'Computer vision'],
])('is nowhere said: %s', (text, cited, words) => {
  expect(skills(text, cited)).toContain(words)
})
