# The developer's front door; scripts/test and scripts/report are all that a visitor needs.

claims := ../shared/gold/claims
segments := ../shared/corpora/segmentation
examples := Sources/byline-train/Examples

.PHONY: help build release test record lint format score strangers train fuzz bench report manual docs

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 20

build: ## build everything, for debugging
	swift build

release: ## build byline to hand on: optimised, with Swift's libraries inside it
	scripts/build

test: ## build and run all tests
	scripts/test

record: ## rewrite what tests compare with (and fail, so that it is reviewed)
	RECORD=1 scripts/test

lint: ## check the layout and the doc comments
	swift format lint --strict -r -p Sources Tests Package.swift

format: ## lay the sources out
	swift format -i -r -p Sources Tests Package.swift

score: ## find the claims of the labelled statements and score them
	scripts/score $(claims)/dev

strangers: .corpora/nova-history ## hold statements against commits of people who did not write them
	$$(scripts/build byline-bench) strangers $(claims)/train $(claims)/dev \
	  --git $</nova-history.git --project nova --seed 1

.corpora/nova-history: ../shared/corpora/nova-history.git.tar.zst
	mkdir -p $@ && tar -xf $< -C $@

train: ## learn both models again, into Sources; git shows what changed
	$$(scripts/build byline-train) claims --data $(claims)/train --check $(claims)/dev \
	  --examples $(examples)/Statements \
	  --output Sources/ClaimExtraction/Model/ClaimWeights.generated.swift
	$$(scripts/build byline-train) zones --data $(segments)/list-mail-150.jsonl \
	  --extra $(segments)/enron-296.jsonl --examples $(examples)/Zones \
	  --cross-validate 15 --confusions --output Sources/ClaimExtraction/Zones/ZoneWeights.generated.swift

manual: ## write manual pages into .build/manual, of what the command says of its arguments
	program="$$(scripts/build)" && mkdir -p .build/manual && \
	swift build --package-path .build/checkouts/swift-argument-parser \
	  --scratch-path .build/manual-tool --product generate-manual && \
	.build/manual-tool/debug/generate-manual "$$program" --multi-page \
	  --output-directory .build/manual

fuzz: ## ten minutes of libFuzzer on each public parser (see scripts/fuzz)
	scripts/fuzz

bench: ## list what can be measured, and how
	$$(scripts/build byline-bench) --help

report: ## write the report on the seeds into reports/
	scripts/report

docs: ## turn the documentation into web pages in .build/docs
	docc convert Sources/byline/byline.docc --output-path .build/docs
