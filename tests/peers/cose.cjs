// Verifies a COSE_Sign1 signature (RFC 9052, 4.4) with ES256 over a payload of its own by what Node.js has: the structure is read here,
// byte by byte, and its crypto does the rest. Reads { signature, payload, key } from stdin (base64, base64, PEM).
const crypto = require("node:crypto");

const { signature, payload, key } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
let rest = Buffer.from(signature, "base64");

function take(length) {
    const taken = rest.subarray(0, length);
    rest = rest.subarray(length);
    return taken;
}

function head() {
    const first = take(1)[0];
    const [major, info] = [first >> 5, first & 31];
    const size = info < 24 ? info : take(1 << (info - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
    return [major, size];
}

function read() {
    const [major, size] = head();
    if (major === 0) return size;
    if (major === 1) return -1 - size;
    if (major === 2) return take(size);
    if (major === 3) return take(size).toString("utf8");
    if (major === 4) return Array.from({ length: size }, read);
    if (major === 5) return new Map(Array.from({ length: size }, () => [read(), read()]));
    if (major === 6) return { tag: size, value: read() };
    return null;
}

function written(major, content) {
    const length = content.length;
    const size = length < 24 ? [major << 5 | length]
        : length < 256 ? [major << 5 | 24, length]
        : length < 65536 ? [major << 5 | 25, length >> 8, length & 255]
        : [major << 5 | 26, length >>> 24, length >> 16 & 255, length >> 8 & 255, length & 255];
    return Buffer.concat([Buffer.from(size), content]);
}

const { tag, value: [protectedBytes, open, embedded, signed] } = read();
const left = rest.length;
rest = protectedBytes;
const headers = read();
const structure = Buffer.concat([
    Buffer.from([0x84]), written(3, Buffer.from("Signature1")), written(2, protectedBytes), written(2, Buffer.alloc(0)),
    written(2, Buffer.from(payload, "base64")),
]);
process.stdout.write(JSON.stringify({
    tag, left, open: open.size, embedded, algorithm: headers.get(1), contentType: headers.get(3), key: headers.get(4).toString("hex"),
    verified: crypto.verify("sha256", structure, { key, dsaEncoding: "ieee-p1363" }, signed),
}));
