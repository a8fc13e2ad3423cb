#pragma once
#include <curl/curl.h>
#include <stddef.h>
// curl_easy_setopt and curl_easy_getinfo take any type as their last argument, which Swift cannot
// call: each wrapper fixes one type.
static inline CURLcode balise_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode balise_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode balise_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode balise_curl_set_data(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
typedef size_t (*balise_curl_transfer)(char *bytes, size_t size, size_t count, void *box);
static inline CURLcode balise_curl_set_transfer(CURL *handle, CURLoption option,
                                                balise_curl_transfer value) {
  return curl_easy_setopt(handle, option, value);
}
static inline long balise_curl_status(CURL *handle) {
  long value = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &value);
  return value;
}
static inline long balise_curl_retry_after(CURL *handle) {
  curl_off_t value = 0;
  curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &value);
  return (long)value;
}
