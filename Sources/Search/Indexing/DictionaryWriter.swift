/// Writes the sorted dictionary: keys front-coded in blocks, each with its document frequency,
/// the length of its postings, and the next word of its class.
struct DictionaryWriter {
  private var entries = ByteWriter()
  private var blocks = ByteWriter()
  private var count = 0
  private var previous: [UInt8] = []
  private var postingsOffset = 0

  /// Adds the next key in order.
  ///
  /// - Parameters:
  ///   - key: The bytes of the key.
  ///   - documentFrequency: How many documents have the word.
  ///   - postingsLength: The length in bytes of its postings, which follow those of the key before.
  ///   - step: From this entry's position to that of the next of its class, in a ring.
  mutating func append(
    key: [UInt8], documentFrequency: Int, postingsLength: Int, step: Int
  ) {
    var shared = 0
    if count % IndexFormat.dictionaryBlock == 0 {
      blocks.append(u32: UInt32(entries.count))
      blocks.append(u32: UInt32(postingsOffset))
    } else {
      while shared < min(key.count, previous.count), key[shared] == previous[shared] {
        shared += 1
      }
    }
    entries.append(byte: UInt8(shared))
    entries.append(byte: UInt8(key.count - shared))
    entries.append(key[shared...])
    entries.append(varint: documentFrequency)
    entries.append(varint: postingsLength)
    entries.append(zigzag: step)
    postingsOffset += postingsLength
    previous = key
    count += 1
  }

  /// The section of blocks and the section of entries.
  func finish() -> (blocks: [UInt8], entries: [UInt8]) { (blocks.bytes, entries.bytes) }
}
