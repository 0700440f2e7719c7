"""What the tools share: fields, sentences, charts, rates, downloads and the page around them."""
