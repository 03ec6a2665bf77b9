import { strFromU8, strToU8 } from 'fflate'
import * as v from 'valibot'
import { AppError } from '@/domain/appError'

const MAGIC = 'JIPING-ENCRYPTED\n'
/** Bytes of plain text a chunk; each is sealed of its own. */
const CHUNK = 4 * 1024 * 1024
const TAG = 16
export const ITERATIONS = 1_000_000
/** What a file may ask for: fewer would be weak, more would stop the page. */
const MIN_ITERATIONS = 100_000
const MAX_ITERATIONS = 10_000_000
const MAX_HEADER = 4_096

/** Characters of a passphrase, at least. */
export const MIN_PASSPHRASE = 12

const headerSchema = v.strictObject({
  format: v.literal('jiping-encrypted'),
  formatVersion: v.literal(1),
  kdf: v.strictObject({
    name: v.literal('PBKDF2-SHA-256'),
    iterations: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(MIN_ITERATIONS),
      v.maxValue(MAX_ITERATIONS),
    ),
    salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  }),
  cipher: v.strictObject({
    name: v.literal('AES-256-GCM'),
    chunk: v.literal(CHUNK),
    nonce: v.pipe(v.string(), v.regex(/^[0-9a-f]{14}$/)),
  }),
})

type Header = v.InferOutput<typeof headerSchema>

const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** Whether this page may encrypt: browsers leave it out on plain http. */
export const canEncrypt = (): boolean =>
  typeof crypto !== 'undefined' && (crypto as Partial<Crypto>).subtle !== undefined

export const isEncrypted = (bytes: Uint8Array): boolean =>
  strFromU8(bytes.subarray(0, MAGIC.length), true) === MAGIC

async function deriveKey(passphrase: string, { kdf }: Header): Promise<CryptoKey> {
  const secret = strToU8(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(kdf.salt), iterations: kdf.iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** Nonce of a chunk: random prefix, number, and whether it is the last. No chunk can be cut off or moved. */
function nonceOf({ cipher }: Header, index: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12)
  nonce.set(fromHex(cipher.nonce))
  new DataView(nonce.buffer).setUint32(7, index)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Goes over chunks of `size`; an empty text is one empty chunk. */
async function mapChunks(
  bytes: Uint8Array,
  size: number,
  transform: (
    chunk: Uint8Array<ArrayBuffer>,
    index: number,
    isLast: boolean,
  ) => Promise<ArrayBuffer>,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const count = Math.max(1, Math.ceil(bytes.length / size))
  for (let index = 0; index < count; index += 1) {
    const chunk = bytes.slice(index * size, (index + 1) * size)
    parts.push(new Uint8Array(await transform(chunk, index, index === count - 1)))
  }
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/**
 * Encrypts with AES-256-GCM under a key derived from `passphrase` by PBKDF2-SHA-256, 1,000,000 rounds.
 * The header, in clear, is authenticated with every chunk.
 */
export async function encrypt(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const header: Header = {
    format: 'jiping-encrypted',
    formatVersion: 1,
    kdf: { name: 'PBKDF2-SHA-256', iterations: ITERATIONS, salt: toHex(randomBytes(16)) },
    cipher: { name: 'AES-256-GCM', chunk: CHUNK, nonce: toHex(randomBytes(7)) },
  }
  const key = await deriveKey(passphrase, header)
  const front = strToU8(`${MAGIC}${JSON.stringify(header)}\n`)
  const sealed = await mapChunks(bytes, CHUNK, (chunk, index, isLast) =>
    crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonceOf(header, index, isLast), additionalData: front },
      key,
      chunk,
    ),
  )
  const file = new Uint8Array(front.length + sealed.length)
  file.set(front)
  file.set(sealed, front.length)
  return file
}

/**
 * Decrypts what `encrypt` made.
 * @throws AppError `passphrase-wrong` when the passphrase is wrong or a byte was changed: which of the
 *   two cannot be told. `backup-not-readable` when the header makes no sense.
 */
export async function decrypt(file: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { header, front } = readHeader(file)
  const key = await deriveKey(passphrase, header)
  try {
    return await mapChunks(file.subarray(front.length), CHUNK + TAG, (chunk, index, isLast) =>
      crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: nonceOf(header, index, isLast), additionalData: front },
        key,
        chunk,
      ),
    )
  } catch (error) {
    throw new AppError('passphrase-wrong', { cause: error })
  }
}

function readHeader(file: Uint8Array): { header: Header; front: Uint8Array<ArrayBuffer> } {
  const end = file.subarray(0, MAX_HEADER).indexOf(0x0a, MAGIC.length)
  try {
    const front = file.slice(0, end + 1)
    const header: unknown = JSON.parse(strFromU8(front.subarray(MAGIC.length)))
    return { header: v.parse(headerSchema, header), front }
  } catch (error) {
    throw new AppError('backup-not-readable', { cause: error })
  }
}
