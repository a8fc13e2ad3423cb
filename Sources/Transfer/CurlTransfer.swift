internal import CCurl

/// One transfer through libcurl: its options, what it uploads, and what came back.
///
/// Everything that touches libcurl is in this file. A transfer blocks, and belongs to one thread.
@safe struct CurlTransfer: ~Copyable {
  /// What came of a transfer.
  struct Result: Sendable, Hashable {
    /// Why libcurl gave up; nil if it did not.
    var failure: String?
    /// The last status that the server answered with; 0 if it never did.
    var status: Int
    /// The last lines that the server said, which explain a refusal.
    var lines: [String]
    /// What the server sent.
    var body: [UInt8]
    /// For how many seconds the server asks to be left alone; 0 if it does not.
    var retryAfter: Int
  }

  /// What callbacks read from and write to.
  private final class Box {
    var upload: [UInt8] = []
    var sent = 0
    var lines: [String] = []
    var body: [UInt8] = []
    /// How many bytes of body are taken; more end the transfer.
    var limit = 1_000_000
  }

  private let handle: UnsafeMutableRawPointer
  private let box = Box()
  private var lists: [UnsafeMutablePointer<curl_slist>] = unsafe []

  /// A transfer with an address, of these protocols alone, that takes so many seconds at most.
  init?(url: String, protocols: String, seconds: Int) {
    guard Self.isReady, let handle = unsafe curl_easy_init() else { return nil }
    unsafe self.handle = unsafe handle
    set(CURLOPT_URL, url)
    set(CURLOPT_PROTOCOLS_STR, protocols)
    set(CURLOPT_TIMEOUT, seconds)
    set(CURLOPT_CONNECTTIMEOUT, min(seconds, 10))
    // Time-outs without signals, which would hit any thread.
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
  }

  deinit {
    for index in unsafe lists.indices { unsafe curl_slist_free_all(lists[index]) }
    unsafe curl_easy_cleanup(handle)
  }

  /// libcurl made ready, once.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Sets an option that is a number.
  func set(_ option: CURLoption, _ value: Int) {
    _ = unsafe balise_curl_set_long(handle, option, value)
  }

  /// Sets an option that is a text, which libcurl copies.
  func set(_ option: CURLoption, _ value: String) {
    _ = unsafe balise_curl_set_text(handle, option, value)
  }

  /// Sets an option that is a list of texts.
  mutating func set(_ option: CURLoption, _ values: [String]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for value in values { unsafe list = curl_slist_append(list, value) }
    guard let list = unsafe list else { return }
    unsafe lists.append(list)
    _ = unsafe balise_curl_set_list(handle, option, list)
  }

  /// Sends bytes as a mail.
  func upload(_ bytes: [UInt8]) {
    box.upload = bytes
    set(CURLOPT_UPLOAD, 1)
    unsafe setCallback(CURLOPT_READFUNCTION, CURLOPT_READDATA) { bytes, size, count, box in
      guard let bytes = unsafe bytes, let box = unsafe box else { return 0 }
      let state = unsafe Unmanaged<Box>.fromOpaque(box).takeUnretainedValue()
      let length = min(size * count, state.upload.count - state.sent)
      for index in 0..<length {
        unsafe bytes[index] = CChar(bitPattern: state.upload[state.sent + index])
      }
      state.sent += length
      return length
    }
  }

  /// Sends bytes as the body of a `POST`.
  func post(_ body: String) {
    set(CURLOPT_POST, 1)
    set(CURLOPT_POSTFIELDSIZE, body.utf8.count)
    set(CURLOPT_COPYPOSTFIELDS, body)
  }

  /// Makes the transfer.
  func perform() -> Result {
    unsafe setCallback(CURLOPT_HEADERFUNCTION, CURLOPT_HEADERDATA) { bytes, size, count, box in
      guard let bytes = unsafe bytes, let box = unsafe box else { return size * count }
      let state = unsafe Unmanaged<Box>.fromOpaque(box).takeUnretainedValue()
      let line = unsafe UnsafeBufferPointer(start: bytes, count: size * count)
      let text = unsafe String(
        decoding: line.prefix(500).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      state.lines = state.lines.suffix(9) + [text.filter { !$0.isNewline }]
      return size * count
    }
    unsafe setCallback(CURLOPT_WRITEFUNCTION, CURLOPT_WRITEDATA) { bytes, size, count, box in
      guard let bytes = unsafe bytes, let box = unsafe box else { return 0 }
      let state = unsafe Unmanaged<Box>.fromOpaque(box).takeUnretainedValue()
      guard state.body.count + size * count <= state.limit else { return 0 }
      let part = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
      unsafe state.body.append(contentsOf: part)
      return size * count
    }
    let code = unsafe curl_easy_perform(handle)
    let failure =
      code == CURLE_OK
      ? nil : unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "failed"
    return Result(
      failure: failure, status: Int(unsafe balise_curl_status(handle)), lines: box.lines,
      body: box.body,
      retryAfter: Int(unsafe balise_curl_retry_after(handle)))
  }

  /// The box outlives the transfer: both go when this value does.
  private func setCallback(
    _ function: CURLoption, _ data: CURLoption, _ callback: @escaping balise_curl_transfer
  ) {
    _ = unsafe balise_curl_set_transfer(handle, function, callback)
    _ = unsafe balise_curl_set_data(handle, data, Unmanaged.passUnretained(box).toOpaque())
  }
}
