import { describe, expect, it } from 'vitest'
import { readLanguage } from '../language.ts'
import { readSkills } from './skills.ts'

// Texts written for this project: products by the names their makers use, and words that are no product where they stand.
const SENTENCES: readonly (readonly [text: string, expected: string])[] = [
  // what has a name of its own is not what it belongs to
  ['ASP.NET Core with EF Core, older parts in ASP.NET MVC', 'ASP.NET Core, Entity Framework Core, ASP.NET'],
  ['PyTorch Lightning on top of PyTorch', 'PyTorch Lightning, PyTorch'],
  ['OAuth 2.0 and OpenID Connect', 'OAuth 2.0, OpenID Connect'],
  ['Models are served by Triton Inference Server.', 'Triton Inference Server'],
  ['RKE2 at home, K3s at the edge', 'RKE2, K3s'],
  ['Scala with Cats Effect and fs2', 'Scala, Cats Effect, fs2'],
  ['Firebase Cloud Messaging for notifications', 'Firebase Cloud Messaging'],
  ['Talos Linux, Cilium, Flux', 'Talos Linux, Cilium, Flux'],
  ['Docker Compose locally, Kubernetes elsewhere', 'Docker Compose, Kubernetes'],
  // families
  ['ProseMirror and Yjs in the editor', 'ProseMirror, Yjs'],
  ['Zero-knowledge proofs in Circom and Halo2', 'Zero-Knowledge Proofs, Circom, Halo2'],
  ['Ein Modell, feinjustiert mit Unsloth, ausgeliefert über TensorRT-LLM', 'Unsloth, TensorRT-LLM'],
  ['Prévisions avec Darts, sktime et XGBoost', 'Darts, sktime, XGBoost'],
  ['Beelden komen binnen via GenICam en gaan naar HALCON.', 'GenICam, HALCON'],
  ['Tesseract y spaCy para el OCR', 'Tesseract, spaCy, OCR'],
  ['Konfiguracja w Salt i Ansible', 'Salt, Ansible'],
  ['Snapshottester och XCTest', 'Snapshot Testing, XCTest'],
  ['Test basati su QuickCheck e Mutation Testing', 'QuickCheck, Mutation Testing'],
  ['Experimentos em Neptune, modelos em PyTorch', 'Neptune, PyTorch'],
  ['Bayesian models in brms, NumPyro and PyMC', 'brms, NumPyro, PyMC'],
  ['Gateways speak IEC 61850, OCPP and Modbus.', 'IEC 61850, OCPP, Modbus'],
  // words
  ['We add a pinch of salt to every plan.', ''],
  ['Our office is on the rive gauche.', ''],
  ['A husky voice answers the phone.', ''],
  ['The moon, Neptune and other names of our meeting rooms.', ''],
  ['You will provide feedback and drift through the archive.', ''],
  ['Sie tragen eine Vision in die Region.', ''],
  ['Nul n’est prophète en son pays.', ''],
  ['Wij bieden fiber tot aan je bureau.', ''],
  ['El tesoro está en el sedimento.', ''],
  ['Fem års erfarenhet av ledarskap.', ''],
  ['Congés PACS et mariage.', ''],
  ['Ausbildung zur MFA oder Pflegekraft.', ''],
  ['The lead singer plays slide guitar in a chapel.', ''],
  [
    'Relational data in Oracle Database, logs in the Elastic Stack, messages by HL7 FHIR.',
    'Oracle Database, Elastic Stack, HL7 FHIR',
  ],
  ['Pricing by Monte Carlo simulation, bindings made by pybind11', 'Monte Carlo, pybind11'],
  ['Kotlin with Jetpack Compose, Room for local storage and Ktor', 'Kotlin, Jetpack Compose, Room, Ktor'],
  ['De inhoud komt uit Sanity, de site is gebouwd met React en Remix.', 'Sanity, React, Remix'],
  ['La qualité des modèles dbt est contrôlée par Soda.', 'dbt, Soda'],
  ['Search is done by a little Zig program.', 'Zig'],
  ['A glass of soda and some room for ideas', ''],
]

describe('readSkills, of the taxonomy', () => {
  it.each(SENTENCES)('reads %j as %j', (descriptionText, expected) => {
    const facts = readSkills({ title: 'Opening', descriptionText, language: readLanguage(descriptionText) })
    expect(facts.map(({ name }) => name).join(', ')).toBe(expected)
  })
})
