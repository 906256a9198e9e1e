// Bytes, base64 and SHA-256. Base64 that would be written differently is refused, as the record's format asks.

export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;

export function fromBase64(text: string): Bytes {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0)) as Bytes;
  if (toBase64(bytes) !== text) throw new Error('base64 is not canonical');
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const b of bytes) text += String.fromCharCode(b);
  return btoa(text);
}

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

export function concat(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) { all.set(p, at); at += p.length; }
  return all;
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** WebCrypto is only there over HTTPS or on the reader's own machine. */
export const canCompute = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined;
